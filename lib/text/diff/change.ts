/** Words deleted and words inserted at one place; `at` is a UTF-16 offset into the base. */
export type Change = { at: number; remove: string; insert: string }
