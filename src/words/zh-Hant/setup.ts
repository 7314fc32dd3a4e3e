export const setup = {
  'setup.line': '{mark} {name}：{said}',
  'setup.ask': '{where}\n{variable}',
  'setup.ask_again': '{where}直接按 Enter 則保留現有的值。\n{variable}',
  'setup.ask_optional_again': '{where}直接按 Enter 則保留現有的值，輸入一個減號（-）則清空。\n{variable}',
  'setup.made': '已為您產生 {variable}。',
  'setup.kept': '{variable} 已有值，維持不變。',
  'setup.missing': '缺少 {variable}。{where}',
  'setup.takeaway': '已寫入 {file}。{what}',
  'setup.written': '已寫入 {file}（僅您本人可讀）：{variables}。',
  'setup.not_written': '沒有寫入任何內容。請先處理標有 ✗ 的問題，再重新執行指令。',
  'setup.again': '尚未寫入任何內容。請重新填寫標有 ✗ 的項目，其餘按 Enter 即可保留；按 Ctrl-C 停止。',
  'setup.stopped': '已停止，沒有儲存任何設定。',
  'setup.next': '請重新啟動機器人。執行 `npm run --silent afterword -- doctor` 可查看各項狀態。',
  'setup.wrong': '{variable} {problem}',
  'setup.refused': '{platform} 不接受 {variable}（{reason}）。請回到顯示它的頁面，重新完整複製。',
  'setup.away': '{platform} 沒有回應（{reason}）。請檢查網路與代理伺服器，再重新執行指令。',
  'setup.failed': '{platform} 拒絕了請求（{reason}）。',

  'setup.telegram.token': '在 Telegram 傳送 /newbot 給 @BotFather，回覆裡就有權杖（已有機器人則傳送 /token）。',
  'setup.telegram.secret':
    '使用 webhook 時，自訂 16–256 個字母或數字。留空則由機器人自行向 Telegram 取得更新，比較簡單。',
  'setup.telegram.is': '權杖有效，機器人是 {bot}。',
  'setup.telegram.refused':
    'Telegram 不接受 TELEGRAM_BOT_TOKEN。請用 /token 向 @BotFather 重新複製；執行過 /revoke 的舊權杖已失效。',
  'setup.telegram.hook': 'Telegram 會呼叫 {wanted}。',
  'setup.telegram.hook_elsewhere':
    'Telegram 尚未指向 {wanted}。啟動機器人後會自動設定；如果機器人正在執行，請檢查 PUBLIC_URL。',
  'setup.telegram.hook_fails':
    'Telegram 無法送達 {wanted}（{error}），有 {waiting} 則更新在等候。請檢查該網址能否連線、憑證是否有效。',
  'setup.telegram.done': 'Telegram 已更新指令選單，也知道更新要送到哪裡。',

  'setup.slack.public': '機器人的公開 https 網址。留空則由機器人主動連線到 Slack（Socket Mode），不需要公開網址。',
  'setup.slack.manifest':
    '開啟 https://api.slack.com/apps，選擇「Create New App」→「From a manifest」，貼上該檔案，然後「Install to Workspace」。',
  'setup.slack.token': '應用程式設定的「OAuth & Permissions」頁：Bot User OAuth Token，以 xoxb- 開頭。',
  'setup.slack.app':
    '應用程式設定的「Basic Information」→「App-Level Tokens」：新增一個有 connections:write 權限的權杖，以 xapp- 開頭。',
  'setup.slack.secret': '應用程式設定的「Basic Information」頁：Signing Secret。',
  'setup.slack.is': '權杖有效，機器人是 {team} 的 {user}。',
  'setup.slack.scopes':
    '應用程式缺少權限 {scopes}。請在「OAuth & Permissions」新增，重新安裝應用程式，再複製新的權杖。',
  'setup.slack.socket': 'Socket Mode 可以連線。',
  'setup.slack.signed': 'Slack 有回應，兩邊時鐘一致，簽章可以通過驗證。',
  'setup.slack.clock': '本機時鐘與 Slack 相差 {seconds} 秒；超過 300 秒簽章會被拒絕。請用 NTP 校時。',
  'setup.slack.done': '請把機器人邀請到需要它回答的頻道：/invite @Afterword。',

  'setup.teams.id': '在 Azure 入口網站建立「Azure Bot」（單一租用戶）。「設定」頁中的 Microsoft App ID。',
  'setup.teams.public': '機器人的公開 https 網址，Teams 會呼叫它。',
  'setup.teams.secret': '同一頁的「管理密碼」→「新增用戶端密碼」：複製它的值，而不是識別碼。',
  'setup.teams.tenant': '同一頁的應用程式租用戶識別碼。只有較早的多租用戶機器人沒有，那就留空。',
  'setup.teams.package':
    '在 Teams 選擇「應用程式」→「管理您的應用程式」→「上傳應用程式」，上傳該檔案；要給全公司使用則由管理員上傳。',
  'setup.teams.is': 'Microsoft 接受應用程式識別碼與密碼。',
  'setup.teams.refused':
    'Microsoft 不接受該應用程式。請檢查 TEAMS_APP_ID 與 TEAMS_TENANT_ID，並確認 TEAMS_APP_PASSWORD 是尚未到期的用戶端密碼的值。',
  'setup.teams.done': '請在 Azure 入口網站的「設定」頁把訊息端點設為 {wanted}，並新增「Microsoft Teams」頻道。',

  'setup.webhook.url': '您的連接程式的網址，訊息會送到那裡；見 docs/webhook.md。',
  'setup.webhook.secret': '雙方共用的 Standard Webhooks 密鑰，以 whsec_ 開頭；留空則自動產生。',
  'setup.webhook.answers': '{host} 有回應。',
  'setup.webhook.done': '請把同一個 WEBHOOK_SECRET 設定到您的連接程式。',

  'doctor.settings': '設定',
  'doctor.setting': '{problem}',
  'doctor.settings_good': '環境變數、{file} 和流程都沒有問題。',
  'doctor.database': '資料庫',
  'doctor.database_embedded': '機器人自備 PostgreSQL，位於 {folder}。',
  'doctor.database_good': 'PostgreSQL {version} 有回應。',
  'doctor.database_old': 'PostgreSQL {version} 太舊，需要 15 以上的版本。',
  'doctor.database_away': 'PostgreSQL 沒有回應（{reason}）。請檢查 DATABASE_URL、網路和資料庫伺服器。',
  'doctor.public': '網址',
  'doctor.public_good': '機器人在 {url} 有回應。',
  'doctor.public_none': '未設定 PUBLIC_URL，平台無法呼叫機器人。只有 webhook 和網頁聊天需要它。',
  'doctor.public_away':
    '在 {url} 連不到機器人（{reason}）。請啟動機器人，檢查代理伺服器及其憑證；{url} 必須通到連接埠 {port}。',
  'doctor.off': '尚未設定。執行 `npm run --silent afterword -- setup {name}` 即可設定。',
  'doctor.good': '一切正常。',
  'doctor.bad': '有 {count, plural, other {#}} 處需要處理，已用 ✗ 標出。',
} as const
