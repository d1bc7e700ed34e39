const BEHALF =
  /(?:\bon behalf of|\bau nom (?:de|du|des|d['’])|\ben nombre (?:de|del)|от имени|代表(?!团|性|们)|نيابة عن|باسم)\s?[^.;。؛\n]{2,100}/iu

/** The words by which a text speaks for others than its own delegation; null if it does not. */
export const behalfIn = (text: string): string | null => BEHALF.exec(text)?.[0].trim() ?? null
