/** The topic under which what happens to a procedure is announced. */
export const silenceTopic = (silenceId: string): string => `silence:${silenceId}`
