import { getTranslations } from 'next-intl/server'
import type messages from '@/messages/en.json'

/** The desk's sentences, as the page hands them to what runs in the browser; # stands for a value. */
export type DeskTexts = (typeof messages)['joining']['desk']

/** They come from the server with the page. */
export const deskTexts = async (): Promise<DeskTexts> =>
  (await getTranslations('joining')).raw('desk') as DeskTexts
