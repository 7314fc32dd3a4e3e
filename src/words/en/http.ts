export const http = {
  'http.unauthorized': 'This address needs a bearer token, a Standard Webhooks signature or a manager’s web session.',
  'http.not_json': 'The body is not JSON.',
  'http.too_large': 'The body is larger than 64 kB.',
  'http.invalid': 'The body is not as it should be; see the problems.',
  'http.conflict':
    'This id was reported before with other content ({paths}). Use a new id for another ending of a service.',
  'http.unavailable': 'The record cannot be reached just now. Send the same request again.',
  'http.untimely': 'A service ends between ten years ago and tomorrow.',
  'http.failed': 'The report could not be taken; the reason is in the log. The same request will fail again.',
} as const
