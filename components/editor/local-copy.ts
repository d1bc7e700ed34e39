/** What a browser keeps of a draft until the server has it: the fields of the form by name. */
export type LocalCopy = { version: number; values: Record<string, string> }

const PREFIX = 'stocktake.draft.'

/** Keeps the words in this browser; a full or closed storage is no reason to stop writing. */
export function keepLocally(draftId: string, copy: LocalCopy): void {
  try {
    localStorage.setItem(PREFIX + draftId, JSON.stringify(copy))
  } catch {
    /* The server still gets them. */
  }
}

export function localCopy(draftId: string): LocalCopy | null {
  try {
    const kept = localStorage.getItem(PREFIX + draftId)
    return kept ? (JSON.parse(kept) as LocalCopy) : null
  } catch {
    return null
  }
}

export function forgetLocally(draftId: string): void {
  try {
    localStorage.removeItem(PREFIX + draftId)
  } catch {
    /* Nothing is kept where there is no storage. */
  }
}

/** Forgets all drafts: who signs out leaves none behind. */
export function forgetAllLocally(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX)) localStorage.removeItem(key)
  } catch {
    /* Nothing is kept where there is no storage. */
  }
}
