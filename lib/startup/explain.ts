import { CannotStart } from '@/lib/env'

/** One sentence for the person who starts the server; the error itself if it is a defect of the program. */
export function explain(error: unknown): unknown {
  if (error instanceof CannotStart) return error.message
  const { code = '', path, message } = error as NodeJS.ErrnoException
  const fault = FILE_FAULTS[code]
  if (fault && path)
    return `${path} ${fault}. Stocktake keeps its data in DATA_DIR: set it to a folder that this user can write.`
  if (/^(25006|28|42501|53|57)/.test(code))
    return `The database refused to work: ${message}. Mend that, and start again.`
  return error
}

const FILE_FAULTS: Record<string, string> = {
  EACCES: 'cannot be written by this user',
  EPERM: 'cannot be written by this user',
  EROFS: 'is on a file system that takes no writes',
  ENOSPC: 'cannot be written because the disk is full',
  EDQUOT: "cannot be written because this user's share of the disk is full",
  ENOTDIR: 'is a file where a folder is needed',
}
