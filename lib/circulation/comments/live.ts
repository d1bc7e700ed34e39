/** The topic under which releases, withdrawals and retractions in a circulation are announced. */
export const circulationTopic = (circulationId: string): string => `circulation:${circulationId}`
