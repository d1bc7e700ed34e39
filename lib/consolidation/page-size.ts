/** The preliminary items on one page of the desk. */
export const DESK_PAGE = 50

/** The consolidated items on one page of the desk. */
export const LIST_PAGE = 50
