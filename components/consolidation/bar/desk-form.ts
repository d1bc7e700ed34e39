/** The id of the form that holds the ticked and the chosen items of the desk; it also works without a script. */
export const DESK_FORM = 'desk'
