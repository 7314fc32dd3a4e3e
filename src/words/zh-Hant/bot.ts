import type { bot as en } from '../en/bot.ts'

export const bot: Record<keyof typeof en, string> = {
  'bot.idle': '謝謝您的留言。目前沒有需要您回答的問題；下次服務結束後，我會再來請教您的感受。',
  'bot.stranger': '這些指令僅供員工使用。若您是本公司同仁，請洽管理員開通權限。',
  'bot.expired_button': '這個按鈕已經失效了。',
  'bot.failed': '抱歉，我們這邊出了點問題。您的留言已經保存，會有人來處理。',
  'bot.unreadable': '抱歉，我只看得懂文字，麻煩您用文字說明好嗎？',
  'bot.help':
    '您可以這樣問：\n• {scores}\n• {scores_by}\n• {verbatims}\n• {keywords}\n• 任務 — 還有哪些沒處理完\n• 說明 — 顯示這份說明\n每個分數都附上回答數（n）與 95% 信賴區間。期間可以寫：今天、昨天、近7天、本月、2026-10-01..2026-10-31。可以依團隊、客服、管道、問卷、日、週、月查看。',
  'bot.not_allowed': '您的角色沒有這項權限，如有需要請洽管理員。',
  'bot.tasks_none': '目前沒有待處理的任務。',
  'bot.tasks_own': '您負責的',
  'bot.tasks_overdue': '已逾期',
  'bot.tasks_none_such': '沒有這樣的待處理任務。',
  'bot.tasks_title': '{count, plural, other {# 個待處理任務}}',
  'bot.link': '請在十分鐘內，到您的另一個管道傳給我：\nlink {code}',
  'bot.link_alone': '代碼只能讓您本人看到。請私訊我，再傳送 link。',
  'bot.linked': '已綁定。現在您在這裡也能處理任務、使用指令了。',
  'bot.linked_elsewhere':
    '您的身分剛剛在 {channel} 上也綁定了。若不是您本人操作，請立即聯絡系統管理員撤銷：afterword key --withdraw {id}',
  'bot.link_unknown': '這組代碼無效、已用過或已過期。請在我已認得您的管道傳送 link 重新取得。',
  'bot.thread_edit': '客戶收到的是您最初寫的內容，修改不會送達。請在這裡重新寫一則。',
  'bot.thread_file': '檔案無法傳給客戶，只能傳送文字。',
  'bot.thread_caption': '文字已傳給客戶，檔案沒有：檔案無法送達客戶。',
  'bot.menu.help': '可以做什麼',
  'bot.menu.human': '找專人服務',
  'bot.menu.skip': '略過這個問題',
  'bot.menu.stop': '結束問答',
  'bot.menu.unsubscribe': '以後不再收到提問',
}
