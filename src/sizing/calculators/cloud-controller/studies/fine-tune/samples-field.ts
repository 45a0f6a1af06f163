import type { AttachmentField } from '../../../../core/study.ts';

/** Rows of the file beyond which nothing is read: a day of one VM at one sample a second. */
export const mostRows = 100_000;

/** A series in place of single values. */
export const samplesField: AttachmentField = {
  id: 'samples',
  label: 'Samples as CSV',
  help: 'In place of single values: a header and at most 100,000 rows, separated by commas, semicolons or tabs. Columns are found by their names: outstanding, cpu_user, load_avg, or the metrics’ own.',
  language: 'csv',
  maxBytes: 12_000_000,
  sample: [
    'time,cc_requests_outstanding_total,system.cpu.user,cc.vitals.cpu_load_avg',
    '09:00,18,0.31,1.2',
    '09:05,22,0.36,1.5',
    '09:10,31,0.47,2.0',
    '09:15,44,0.58,2.6',
    '09:20,47,0.61,2.8',
    '09:25,45,0.60,2.7',
    '09:30,39,0.52,2.3',
    '09:35,28,0.41,1.7',
    '09:40,21,0.34,1.4',
    '09:45,19,0.32,1.3',
  ].join('\n'),
};
