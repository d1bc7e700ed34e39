/** The role that owns the embedded cluster and its tables; backups and migrations run as it. */
export const OWNER = 'stocktake'

/** The role as which the server connects for everything else: it reads and writes rows, no more. */
export const APPLICATION = 'stocktake_application'
