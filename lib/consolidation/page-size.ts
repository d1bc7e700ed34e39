/** How many preliminary items one page of the desk shows. */
export const DESK_PAGE = 50

/** How many items of the consolidated list one page of the desk shows. */
export const LIST_PAGE = 50
