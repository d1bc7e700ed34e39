import { getRequestConfig } from 'next-intl/server'
import messages from '@/messages/en.json'
import { SEAT_TIME_ZONE } from './clock'

/** The interface speaks English so far; another language is another file of messages. */
export default getRequestConfig(() => ({ locale: 'en', messages, timeZone: SEAT_TIME_ZONE }))
