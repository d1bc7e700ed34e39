/** After so many attempts a mail is given up: the last is about two days after the first. */
export const ATTEMPTS = 14
