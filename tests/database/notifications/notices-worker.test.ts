import { afterEach, expect, test, vi } from 'vitest'
import { startNotices } from '@/lib/notifications/worker'
import { sendReminders } from '@/lib/circulation/reminders/reminders'
import { sendResults } from '@/lib/silence/conduct/result-letters'

vi.mock('@/lib/circulation/reminders/reminders', () => ({ sendReminders: vi.fn() }))
vi.mock('@/lib/silence/conduct/opening', () => ({ tellNewcomers: async () => 0 }))
vi.mock('@/lib/silence/conduct/reminders', () => ({ remindRolls: async () => 0 }))
vi.mock('@/lib/silence/conduct/result-letters', () => ({ sendResults: vi.fn() }))
vi.mock('@/lib/notifications/closing-notices', () => ({ sendClosingNotices: async () => 0 }))
vi.mock('@/lib/notifications/digests', () => ({ composeDigests: async () => 0 }))

afterEach(() => {
  vi.restoreAllMocks()
})

test('a fault of the reminders keeps no result of a silence back', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.mocked(sendReminders).mockRejectedValue(new Error('one circulation cannot be read'))
  vi.mocked(sendResults).mockResolvedValue(0)
  const stop = startNotices(200)
  await vi.waitFor(() => expect(sendResults).toHaveBeenCalled(), 20_000)
  await stop()
  expect(said.mock.calls).toContainEqual([
    'Notices could not be written (sendReminders):',
    expect.any(Error),
  ])
})
