/** The items that an address of the desk names as ticked. */
export const tickedIn = (items = ''): string[] => items.split(',').filter(Boolean)
