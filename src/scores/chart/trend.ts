import type { CustomSeriesOption, EChartsCoreOption, LineSeriesOption } from 'echarts/core'
