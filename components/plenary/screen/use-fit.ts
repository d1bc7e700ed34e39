import { type RefObject, useEffect, useRef } from 'react'

/** Sizes of letters in rem, the largest first; few, so that a word more seldom moves the whole text. */
const SIZES = [6, 5, 4.3, 3.8, 3.4, 3, 2.7, 2.4, 2.1, 1.8, 1.5, 1.3, 1.15, 1]

/** Gives the shown content the largest letters that fit its place, again at each change of either. */
export function useFit(shown: unknown): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const fit = () => {
      for (const size of SIZES) {
        element.style.fontSize = `${size}rem`
        if (element.scrollHeight <= element.clientHeight) return
      }
    }
    fit()
    // Letters that come late are wider or narrower than those before.
    void document.fonts.ready.then(fit)
    window.addEventListener('resize', fit)
    return () => window.removeEventListener('resize', fit)
  }, [shown])
  return place
}
