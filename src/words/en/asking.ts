export const asking = {
  'asking.asked': 'Asked.',
  'asking.asked_later': 'Will be asked at {time}, after the quiet hours.',
  'asking.opted_out': 'Not asked: this customer does not want to be asked.',
  'asking.unreachable': 'Not asked: there is no chat in which this customer can be reached.',
  'asking.blocked': 'Not asked: this customer has blocked or removed the bot.',
  'asking.no_flow': 'Not asked: no survey is live for this service.',
  'asking.automatic': 'Not asked: this service was closed automatically.',
  'asking.in_dialog': 'Not asked: this customer is still answering an earlier question.',
  'asking.cooldown': 'Not asked: this customer was asked {ago}; the next question may go out after {until}.',
  'asking.cooldown_ahead':
    'Not asked: a question to this customer is already due at {time}; the next one may go out after {until}.',
  'asking.too_old': 'Not asked: this service ended {ago}; questions go out within {limit} only.',
  'asking.sampled_out':
    'Not asked: only {percent, number, ::.##}% of services are asked about, and this one was not drawn.',
} as const
