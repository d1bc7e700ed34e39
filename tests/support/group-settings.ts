/** The form of a group's settings, but for its short name, symbol, seat and time zone. */
export const groupSettings = {
  name: 'Working Group on Harbours',
  parentBody: 'Harbour Commission',
  eventWord: 'meeting',
  silenceHours: '48',
  silenceGraceMinutes: '10',
  morningFrom: '09:30',
  morningUntil: '12:30',
  afternoonFrom: '14:00',
  afternoonUntil: '17:00',
}
