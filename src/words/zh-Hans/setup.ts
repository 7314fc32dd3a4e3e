export const setup = {
  'setup.ask': '{where}\n{variable}',
  'setup.ask_optional': '{where}可以留空。\n{variable}',
  'setup.made': '已为您生成 {variable}。',
  'setup.kept': '{variable} 已有值，保持不变。',
  'setup.missing': '缺少 {variable}。{where}',
  'setup.takeaway': '已写入 {file}。{what}',
  'setup.written': '已写入 {file}（仅您本人可读）：{variables}。',
  'setup.not_written': '未写入任何内容。请先处理标有 ✗ 的问题，再重新运行命令。',
  'setup.stopped': '已停止，没有保存任何设置。',
  'setup.next': '请重启机器人。运行 `npm run --silent afterword -- doctor` 可查看各项状态。',
  'setup.wrong': '{variable} {problem}',
  'setup.refused': '{platform} 不接受 {variable}（{reason}）。请回到显示它的页面，重新完整复制。',
  'setup.away': '{platform} 没有响应（{reason}）。请检查网络和代理，然后重新运行命令。',
  'setup.failed': '{platform} 拒绝了请求（{reason}）。',

  'setup.telegram.token': '在 Telegram 里向 @BotFather 发送 /newbot，回复中就有令牌（已有机器人则发送 /token）。',
  'setup.telegram.secret': '使用 webhook 时，自定 16–256 个字母或数字。留空则由机器人自行向 Telegram 拉取，更简单。',
  'setup.telegram.is': '令牌有效，机器人是 {bot}。',
  'setup.telegram.refused':
    'Telegram 不接受 TELEGRAM_BOT_TOKEN。请用 /token 从 @BotFather 重新复制；执行过 /revoke 的旧令牌已失效。',
  'setup.telegram.hook': 'Telegram 会调用 {wanted}。',
  'setup.telegram.hook_elsewhere':
    'Telegram 尚未指向 {wanted}。启动机器人后会自动设置；如果机器人正在运行，请检查 PUBLIC_URL。',
  'setup.telegram.hook_fails':
    'Telegram 无法送达 {wanted}（{error}），有 {waiting} 条更新在等待。请检查该地址能否访问、证书是否有效。',
  'setup.telegram.done': 'Telegram 已更新命令菜单，也知道更新该发往哪里。',

  'setup.slack.public': '机器人的公网 https 地址。留空则由机器人主动连接 Slack（Socket Mode），无需公网地址。',
  'setup.slack.manifest':
    '打开 https://api.slack.com/apps，选择 “Create New App” → “From a manifest”，粘贴该文件，然后 “Install to Workspace”。',
  'setup.slack.token': '应用设置的 “OAuth & Permissions” 页：Bot User OAuth Token，以 xoxb- 开头。',
  'setup.slack.app':
    '应用设置的 “Basic Information” → “App-Level Tokens”：新建一个带 connections:write 权限的令牌，以 xapp- 开头。',
  'setup.slack.secret': '应用设置的 “Basic Information” 页：Signing Secret。',
  'setup.slack.is': '令牌有效，机器人是 {team} 的 {user}。',
  'setup.slack.scopes': '应用缺少权限 {scopes}。请在 “OAuth & Permissions” 中添加，重新安装应用，再复制新的令牌。',
  'setup.slack.socket': 'Socket Mode 可以连接。',
  'setup.slack.signed': 'Slack 有响应，两边时钟一致，签名可以通过验证。',
  'setup.slack.clock': '本机时钟与 Slack 相差 {seconds} 秒；超过 300 秒签名会被拒绝。请用 NTP 校时。',
  'setup.slack.done': '请把机器人邀请到需要它回答的频道：/invite @Afterword。',

  'setup.teams.id': '在 Azure 门户创建 “Azure Bot”（单租户）。“配置”页中的 Microsoft App ID。',
  'setup.teams.public': '机器人的公网 https 地址，Teams 会调用它。',
  'setup.teams.secret': '同一页的“管理密码” → “新客户端密码”：复制它的值，而不是 ID。',
  'setup.teams.tenant': '同一页的应用租户 ID。只有较早的多租户机器人没有。',
  'setup.teams.package': '在 Teams 里选择“应用” → “管理你的应用” → “上传应用”，上传该文件；面向全公司则由管理员上传。',
  'setup.teams.is': 'Microsoft 接受应用 ID 和密码。',
  'setup.teams.refused':
    'Microsoft 不接受该应用。请检查 TEAMS_APP_ID 和 TEAMS_TENANT_ID，并确认 TEAMS_APP_PASSWORD 是尚未过期的客户端密码的值。',
  'setup.teams.done': '请在 Azure 门户的“配置”页把消息传递终结点设为 {wanted}，并添加 “Microsoft Teams” 频道。',

  'setup.webhook.url': '您的连接程序的地址，消息会发往那里；见 docs/webhook.md。',
  'setup.webhook.secret': '双方共用的 Standard Webhooks 密钥，以 whsec_ 开头；留空则自动生成。',
  'setup.webhook.answers': '{host} 有响应。',
  'setup.webhook.done': '请把同一个 WEBHOOK_SECRET 配置到您的连接程序。',

  'doctor.settings': '设置',
  'doctor.setting': '{problem}',
  'doctor.settings_good': '环境变量和 afterword.yaml 都没有问题。',
  'doctor.database': '数据库',
  'doctor.database_embedded': '机器人自带 PostgreSQL，位于 {folder}。',
  'doctor.database_good': 'PostgreSQL {version} 有响应。',
  'doctor.database_old': 'PostgreSQL {version} 太旧，需要 15 或更高版本。',
  'doctor.database_away': 'PostgreSQL 没有响应（{reason}）。请检查 DATABASE_URL、网络和数据库服务器。',
  'doctor.public': '地址',
  'doctor.public_good': '机器人在 {url} 有响应。',
  'doctor.public_none': '未设置 PUBLIC_URL，平台无法调用机器人。只有 webhook 和网页聊天需要它。',
  'doctor.public_away':
    '在 {url} 访问不到机器人（{reason}）。请启动机器人，检查代理及其证书；{url} 必须通向端口 {port}。',
  'doctor.off': '尚未设置。运行 `npm run --silent afterword -- setup {name}` 即可设置。',
  'doctor.good': '一切正常。',
  'doctor.bad': '有 {count, plural, other {#}} 处需要处理，已用 ✗ 标出。',
} as const
