/** The number of attempts after which a mail is given up: the last is about two days after the first. */
export const ATTEMPTS = 14
