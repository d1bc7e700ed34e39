/** The id of the form that holds what is ticked and what is chosen at the desk; it also works without a script. */
export const DESK_FORM = 'desk'
