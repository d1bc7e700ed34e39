import { expect, test } from '@playwright/test'
import { crawl } from '@/tests/support/crawl'
import { enter, isAccessible, visit, type Who } from '@/tests/support/journey'

test.describe.configure({ mode: 'parallel' })

const inLight: (Who | 'visitor')[] = [
  'visitor',
  'head',
  'adviser',
  'rapporteur',
  'chair',
  'secretariat',
]
/** These three see each component; in the dark only its colours are others. */
const inDark: typeof inLight = ['visitor', 'head', 'secretariat']
const walks = [
  ...inLight.map((person) => ({ person, colorScheme: 'light' }) as const),
  ...inDark.map((person) => ({ person, colorScheme: 'dark' }) as const),
]

for (const { person, colorScheme } of walks)
  test(`no page to which links lead the ${person} shuts anybody out, ${colorScheme}`, async ({
    browser,
  }) => {
    test.setTimeout(900_000)
    const page = person === 'visitor' ? await visit(browser, '/') : await enter(browser, person)
    await page.emulateMedia({ colorScheme })
    const kinds = await crawl(page, 1, () => isAccessible(page, expect.soft))
    expect(kinds).toBeGreaterThan(person === 'visitor' ? 8 : 20)
  })
