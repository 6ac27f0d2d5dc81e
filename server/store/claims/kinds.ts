/** `aside` of a request in which a danger was told, which is found first, and of any other. */
export const DANGER = 1
export const ORDINARY = 2
