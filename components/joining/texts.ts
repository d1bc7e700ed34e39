import type messages from '@/messages/en.json'
import { translations } from '@/lib/messages'

/** The desk's sentences, as the page hands them to what runs in the browser; # stands for a value. */
export type DeskTexts = (typeof messages)['joining']['desk']

/** They come from the server with the page. */
export const deskTexts = async (): Promise<DeskTexts> =>
  translations('joining').raw('desk') as DeskTexts
