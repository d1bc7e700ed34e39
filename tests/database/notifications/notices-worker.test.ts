import { expect, test, vi } from 'vitest'
import { startNotices } from '@/lib/notifications/worker'

test('a fault of the reminders keeps no result of a silence back', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const sendReminders = vi.fn().mockRejectedValue(new Error('one circulation cannot be read'))
  const sendResults = vi.fn().mockResolvedValue(0)
  const stop = startNotices({ pause: 200, due: { sendReminders, sendResults } })
  await vi.waitFor(() => expect(sendResults).toHaveBeenCalled(), 20_000)
  await stop()
  expect(said.mock.calls).toContainEqual([
    'Notices could not be written (sendReminders):',
    expect.any(Error),
  ])
})
