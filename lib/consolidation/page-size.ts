/** How many preliminary items one page of the desk shows. */
export const DESK_PAGE = 50
