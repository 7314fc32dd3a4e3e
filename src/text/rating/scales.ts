/**
 * A rating scale: whole numbers `min`..`max`. `labels` are value → locale → the words the flow shows beside it.
 * `id` also chooses the words understood beyond the labels: csat5 and stars5 satisfaction, ces7 agreement, nps11 its two ends.
 */
export interface Scale {
  id: string
  min: number
  max: number
  labels?: Record<string, Record<string, string>>
}

/** The scales every flow can use without defining one. */
export const SCALES: Record<'csat5' | 'nps11' | 'ces7' | 'stars5', Scale> = {
  csat5: { id: 'csat5', min: 1, max: 5 },
  nps11: { id: 'nps11', min: 0, max: 10 },
  ces7: { id: 'ces7', min: 1, max: 7 },
  stars5: { id: 'stars5', min: 1, max: 5 },
}
