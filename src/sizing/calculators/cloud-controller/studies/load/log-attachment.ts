import type { AttachmentField } from '../../../../core/study.ts';

/** The user's own requests, for durations, variation and, with arrivals, for the simulation. */
export const logAttachment: AttachmentField = {
  id: 'requests',
  label: 'Log of requests',
  help: 'CSV with a header. time_taken_in_ms or duration_ms: how long each request took, best at a quiet time. total_db_query_time_in_ms or db_ms: database time of it, logged with cc.log_db_queries on. arrival_s: when it came, in seconds; with it, Simulate sends the same requests to every option. The text stays in this browser.',
  language: 'csv',
  maxBytes: 4_000_000,
  sample: [
    'arrival_s,time_taken_in_ms,total_db_query_time_in_ms',
    '0.000,62,21',
    '0.031,184,96',
    '0.044,57,18',
    '0.090,412,230',
    '0.118,75,30',
    '0.171,58,20',
    '0.202,690,388',
    '0.240,66,25',
    '0.283,139,71',
    '0.305,81,33',
    '',
  ].join('\n'),
};
