import { Icon, type IconName } from './icons.tsx'

/** What stands where nothing is yet, and how something comes there. */
export function Empty({ icon, title, hint }: { icon: IconName; title: string; hint: string }) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <p class="empty-title">{title}</p>
      <p>{hint}</p>
    </div>
  )
}
