import { defineText } from '@/shared/i18n/translate'

export const importsText = defineText({
  title: { zh: '导入', en: 'Imports' },
  list: { zh: '导入记录', en: 'Imports so far' },
  new: { zh: '新建导入', en: 'New import' },
  search: { zh: '文件名', en: 'File name' },
  empty: { zh: '还没有导入过', en: 'Nothing has been imported yet' },
  empty_hint: {
    zh: '用单位现有的工作簿导入组织、党员、书记和服务时长。检查无误、您确认之后才会写入。',
    en: 'Bring in organisations, members, secretaries and volunteer hours from the office’s own workbooks. Nothing is written before the check is clean and you say so.',
  },
  file_name: { zh: '文件', en: 'File' },
  kind: { zh: '内容', en: 'Content' },
  state: { zh: '状态', en: 'State' },
  as_of: { zh: '截止日期', en: 'As of' },
  rows_total: { zh: '行数', en: 'Rows' },
  rows_new: { zh: '新增', en: 'New' },
  rows_changed: { zh: '有变化', en: 'Changed' },
  faults_total: { zh: '错误', en: 'Faults' },
  created_at: { zh: '上传时间', en: 'Uploaded' },
  organisations: { zh: '组织', en: 'Organisations' },
  members: { zh: '党员', en: 'Members' },
  secretaries: { zh: '书记', en: 'Secretaries' },
  hours: { zh: '服务时长', en: 'Volunteer hours' },
  duty_results: { zh: '述职评议结果', en: 'Duty review results' },
  uploaded: { zh: '待检查', en: 'To be checked' },
  checked: { zh: '已检查，待写入', en: 'Checked, not written' },
  with_faults: { zh: '有错误，待改正', en: 'Has faults to put right' },
  busy: { zh: '正在处理', en: 'Being worked on' },
  committed: { zh: '已写入', en: 'Written' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  source: { zh: '下载原工作簿', en: 'Download the workbook' },
  cancel: { zh: '取消导入', en: 'Cancel the import' },
  cancel_title: { zh: '取消这次导入？', en: 'Cancel this import?' },
  cancel_hint: {
    zh: '还没有写入任何内容，取消后也不会写入。以后可以重新上传文件。',
    en: 'Nothing has been written, and nothing will be. The file can be uploaded again later.',
  },
})

export const uploadText = defineText({
  step_file: { zh: '选择文件', en: 'File' },
  step_columns: { zh: '核对列', en: 'Columns' },
  step_check: { zh: '检查结果', en: 'Check' },
  step_done: { zh: '写入', en: 'Done' },
  steps: { zh: '导入步骤', en: 'Steps of the import' },
  kind: { zh: '导入什么', en: 'What to import' },
  organisations: { zh: '组织', en: 'Organisations' },
  organisations_hint: {
    zh: '党组织基本信息表：全称、类别、上级、单位和信用代码、成立和换届时间',
    en: 'Names, kinds, parents, units with credit codes, dates of founding and election',
  },
  members: { zh: '党员', en: 'Members' },
  members_hint: {
    zh: '党员花名册：姓名、身份号码（没有的填出生日期）、所在党支部和党小组、入党时间等',
    en: 'The roster: names, identity numbers (or dates of birth), branch and group, date of joining and more',
  },
  secretaries: { zh: '书记', en: 'Secretaries' },
  secretaries_hint: {
    zh: '书记花名册：党组织、姓名、职务、专兼职和任职时间',
    en: 'Organisation, name, post, full-time or part-time, in office since',
  },
  hours: { zh: '服务时长', en: 'Volunteer hours' },
  duty_results: { zh: '述职评议结果', en: 'Duty review results' },
  hours_hint: {
    zh: '以前的志愿服务台账：姓名、公民身份号码、日期、活动名称、时长、事由。导入后标为补录，须核实',
    en: 'Old records of service: name, identity number, date, activity, hours, reason. They come in as late entries, to be verified',
  },
  duty_results_hint: {
    zh: '往年述职评议的结果：年度、党组织、姓名、身份证号、得分、等次。导入后按年度归档',
    en: 'Results of past years: year, organisation, name, identity number, total, grade. They are archived by year',
  },
  order_hint: {
    zh: '首次使用时先导入组织，再导入党员，然后是书记和以前的服务时长。',
    en: 'The first time, import organisations, then members, then secretaries and earlier volunteer hours.',
  },
  organisation: { zh: '导入到哪个组织之下', en: 'Import below which organisation' },
  organisation_hint: {
    zh: '工作簿中的党组织都应在它的管理范围内。',
    en: 'Every organisation in the workbook should stand below it.',
  },
  file: { zh: '工作簿文件', en: 'Workbook' },
  choose_file: { zh: '选择文件，或拖到这里', en: 'Choose a file, or drop it here' },
  other_file: { zh: '换一个文件', en: 'Choose another file' },
  formats: {
    zh: '.xlsx、.xls，或 UTF-8、GB 18030 编码的 .csv，不超过 20 MB。标题行、合并单元格和各种日期写法都可以，不用改成模板。',
    en: '.xlsx, .xls, or .csv in UTF-8 or GB 18030, up to 20 MB. Title rows, merged cells and dates in any form are fine; no template is needed.',
  },
  nothing_yet: {
    zh: '上传后只识别列和检查内容。您在最后一步确认之前，不会写入任何内容。',
    en: 'Uploading only recognises the columns and checks the rows. Nothing is written before you say so in the last step.',
  },
  too_large: {
    zh: '文件有 {size} MB，超过 20 MB。请拆分后分次上传。',
    en: 'The file has {size} MB, more than 20 MB. Split it and upload the parts.',
  },
  no_file: { zh: '请先选择文件', en: 'Choose a file first' },
  upload: { zh: '上传并识别列', en: 'Upload and recognise the columns' },
})

export const mappingText = defineText({
  title: { zh: '核对每一列是什么', en: 'What each column holds' },
  hint: {
    zh: '已在工作表“{sheet}”第 {row} 行找到表头，下面有 {count} 行数据。认错的列可以改选；不需要的列选“不导入”。',
    en: {
      one: 'The heads are in row {row} of “{sheet}”, with {count} row of data below. Choose again where a column was mistaken.',
      other:
        'The heads are in row {row} of “{sheet}”, with {count} rows of data below. Choose again where a column was mistaken.',
    },
  },
  hint_csv: {
    zh: '已在第 {row} 行找到表头，下面有 {count} 行数据。认错的列可以改选；不需要的列选“不导入”。',
    en: {
      one: 'The heads are in row {row}, with {count} row of data below. Choose again where a column was mistaken.',
      other:
        'The heads are in row {row}, with {count} rows of data below. Choose again where a column was mistaken.',
    },
  },
  and: { zh: '、', en: ', ' },
  column: { zh: '列', en: 'Column' },
  head: { zh: '工作簿中的列', en: 'Column in the workbook' },
  sample: { zh: '内容示例', en: 'Examples' },
  field: { zh: '导入为', en: 'Imported as' },
  field_of: { zh: '“{head}”列导入为', en: 'Column “{head}” is imported as' },
  not_imported: { zh: '不导入', en: 'Not imported' },
  required: { zh: '{label}（必需）', en: '{label} (required)' },
  no_head: { zh: '（无表头）', en: '(no head)' },
  missing: {
    zh: '还没有哪一列对应：{fields}。请在“导入为”中选择后再检查。',
    en: 'No column stands for: {fields}. Choose one before the check.',
  },
  as_of: { zh: '工作簿截止日期', en: 'The workbook holds as of' },
  as_of_names: { zh: '党组织名称以哪一天为准', en: 'Names of organisations as of' },
  as_of_organisations: {
    zh: '没有成立时间的党组织从这一天起记录，不能晚于今天。',
    en: 'An organisation without a founding date is recorded from this day on; it cannot be after today.',
  },
  as_of_members: {
    zh: '组织关系从这一天起记录，不能晚于今天。',
    en: 'Memberships are recorded from this day on; it cannot be after today.',
  },
  as_of_secretaries: {
    zh: '晚于这一天的任职时间会列为错误，不能晚于今天。',
    en: 'A post that began after this day is a fault; it cannot be after today.',
  },
  as_of_hours: {
    zh: '晚于这一天的服务会列为错误，不能晚于今天。',
    en: 'Service after this day is a fault; it cannot be after today.',
  },
  as_of_duty_results: {
    zh: '改过名的党组织，写当时的名称也能认出；不能晚于今天。',
    en: 'An organisation that was renamed is known by its name of that day too; it cannot be after today.',
  },
  check: { zh: '检查', en: 'Check' },
  check_hint: {
    zh: '检查逐行核对格式、身份号码、组织名称和重复，不写入任何内容。',
    en: 'Each row is checked for format, identity number, organisation and duplicates. Nothing is written.',
  },
})

export const resultText = defineText({
  checking: { zh: '正在检查', en: 'Checking' },
  writing: { zh: '正在写入', en: 'Writing' },
  busy_hint: {
    zh: '可以离开本页，处理不会中断。',
    en: 'You may leave this page; the work goes on.',
  },
  result: { zh: '检查结果', en: 'Result of the check' },
  rows_new: { zh: '新增', en: 'New' },
  rows_changed: { zh: '有变化', en: 'Changed' },
  rows_same: { zh: '无变化', en: 'The same' },
  rows_faulty: { zh: '有错误的行', en: 'Rows with faults' },
  faults: { zh: '错误', en: 'Faults' },
  faults_count: { zh: '错误 {count}', en: { one: '{count} fault', other: '{count} faults' } },
  rows_count: { zh: '全部行 {count}', en: { one: '{count} row', other: 'All {count} rows' } },
  rows: { zh: '预览', en: 'Preview' },
  outcome: { zh: '结果', en: 'Outcome' },
  all: { zh: '全部', en: 'All' },
  new: { zh: '新增', en: 'New' },
  changed: { zh: '有变化', en: 'Changed' },
  same: { zh: '无变化', en: 'The same' },
  fault: { zh: '有错误', en: 'Faulty' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  value: { zh: '单元格内容', en: 'What the cell says' },
  message: { zh: '问题', en: 'What is wrong' },
  empty_cell: { zh: '（空）', en: '(empty)' },
  rows_empty: { zh: '没有这样的行', en: 'There are no such rows' },

  faults_title: {
    zh: '发现 {count} 处错误，涉及 {rows} 行，没有写入任何内容',
    en: {
      one: '{count} fault was found in {rows} row; nothing has been written',
      other: '{count} faults were found in {rows} rows; nothing has been written',
    },
  },
  mend_download: {
    zh: '下载您的工作簿，有错误的单元格已标色并加了批注',
    en: 'Download your own workbook with the faulty cells coloured and commented',
  },
  mend_edit: { zh: '在 WPS 或 Excel 中改正并保存', en: 'Put them right in WPS or Excel and save' },
  mend_upload: {
    zh: '上传改好的文件，会按同样的列立即重新检查',
    en: 'Upload the mended file; it is checked at once with the same columns',
  },
  download: { zh: '下载标注的工作簿', en: 'Download the marked workbook' },
  upload_again: { zh: '上传改好的文件', en: 'Upload the mended file' },
  uploading: { zh: '正在上传', en: 'Uploading' },
  replaced: { zh: '由改好的文件 {name} 代替', en: 'Replaced by the mended file {name}' },

  reopen: { zh: '返回核对列', en: 'Back to the columns' },
  check_again: { zh: '重新检查', en: 'Check again' },
  commit: { zh: '写入', en: 'Write' },
  commit_title: { zh: '写入检查过的内容？', en: 'Write what was checked?' },
  commit_organisations: {
    zh: '将新增 {new} 个组织，更新 {changed} 个，{same} 个不变。',
    en: '{new} organisations will be added and {changed} updated; {same} stay as they are.',
  },
  commit_members: {
    zh: '将新增 {new} 名党员，更新 {changed} 名，{same} 名不变。',
    en: '{new} members will be added and {changed} updated; {same} stay as they are.',
  },
  commit_secretaries: {
    zh: '将新增 {new} 名书记，更新 {changed} 名，{same} 名不变。',
    en: '{new} secretaries will be added and {changed} updated; {same} stay as they are.',
  },
  commit_hours: {
    zh: '将补录 {new} 条时长，更新 {changed} 条，{same} 条不变。补录的时长须经核实才计入。',
    en: '{new} entries of hours will be added and {changed} updated; {same} stay as they are. They count once they are verified.',
  },
  commit_duty_results: {
    zh: '将新增 {new} 条往年结果、更新 {changed} 条，{same} 条不变。',
    en: '{new} results of past years will be added and {changed} updated; {same} stay as they are.',
  },
  commit_none: {
    zh: '工作簿与系统记录完全一致，没有要写入的内容。',
    en: 'The workbook agrees with the records; there is nothing to write.',
  },
  commit_hint: {
    zh: '一次全部写入；中途如有不符，则一项也不写入。',
    en: 'All of it is written at once, or nothing if anything no longer fits.',
  },
  commit_none_hint: {
    zh: '确认后只留下这次核对的记录。',
    en: 'Confirm it to keep a record of the comparison.',
  },
  not_yours: {
    zh: '您可以准备这次导入；写入须由有权限的书记或工委工作人员办理。',
    en: 'You may prepare this import; a secretary or committee officer with the right to write it has to finish it.',
  },

  done_title: { zh: '已写入', en: 'Written' },
  done_organisations: {
    zh: '新增 {new} 个组织，更新 {changed} 个，{same} 个不变。',
    en: '{new} organisations added, {changed} updated, {same} unchanged.',
  },
  done_members: {
    zh: '新增 {new} 名党员，更新 {changed} 名，{same} 名不变。',
    en: '{new} members added, {changed} updated, {same} unchanged.',
  },
  done_secretaries: {
    zh: '新增 {new} 名书记，更新 {changed} 名，{same} 名不变。',
    en: '{new} secretaries added, {changed} updated, {same} unchanged.',
  },
  done_hours: {
    zh: '补录 {new} 条时长，更新 {changed} 条，{same} 条不变。接下来请核实。',
    en: '{new} entries of hours added, {changed} updated, {same} unchanged. They are to be verified next.',
  },
  done_duty_results: {
    zh: '已新增 {new} 条往年结果、更新 {changed} 条，{same} 条不变。已按年度归档，在述职评议和书记档案中查看。',
    en: '{new} results of past years added, {changed} updated, {same} unchanged. They stand by year under Duty review, and in the archives of the secretaries.',
  },
  see_organisations: { zh: '查看组织', en: 'See the organisations' },
  see_members: { zh: '查看党员名册', en: 'See the roster' },
  see_secretaries: { zh: '查看组织和书记', en: 'See organisations and their secretaries' },
  see_duty_results: { zh: '查看历年述职评议', en: 'See the reviews by year' },
  see_hours: { zh: '去核实时长', en: 'Verify the hours' },
  next: { zh: '再导入一份', en: 'Import another' },
  cancelled_title: { zh: '这次导入已取消', en: 'This import was cancelled' },
  cancelled_hint: { zh: '没有写入任何内容。', en: 'Nothing was written.' },
})

/** What the history says was done, by the last word of its code. */
export const importHistoryText = defineText({
  create: { zh: '上传文件', en: 'File uploaded' },
  change: { zh: '修改列对应', en: 'Columns changed' },
  ask_check: { zh: '发起检查', en: 'Check asked for' },
  check: { zh: '检查完成', en: 'Checked' },
  ask_commit: { zh: '发起写入', en: 'Writing asked for' },
  commit: { zh: '写入完成', en: 'Written' },
  reopen: { zh: '返回核对列', en: 'Back to the columns' },
  cancel: { zh: '取消', en: 'Cancelled' },
  download: { zh: '下载原工作簿', en: 'Workbook downloaded' },
  download_marked: { zh: '下载标注后的工作簿', en: 'Marked workbook downloaded' },
  uploaded: { zh: '待检查', en: 'To be checked' },
  checked: { zh: '已检查', en: 'Checked' },
  committed: { zh: '已写入', en: 'Written' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
})
