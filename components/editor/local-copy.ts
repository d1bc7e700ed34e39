/** A local copy of a draft in the browser's storage until the server has saved it: form fields by name. */
export type LocalCopy = { version: number; values: Record<string, string> }

const PREFIX = 'stocktake.draft.'

/** Saves the copy. A full or disabled storage is ignored, so that the person can go on writing. */
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

/** Deletes the copies of all drafts; called at sign-out. */
export function forgetAllLocally(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX)) localStorage.removeItem(key)
  } catch {
    /* Nothing is kept where there is no storage. */
  }
}
