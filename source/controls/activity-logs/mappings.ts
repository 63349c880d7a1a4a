import type {Mapping} from '../../types/control.ts';

/** Framework references, the guide's own first (guide-facts E). */
export const mappings: readonly Mapping[] = [
	{framework: 'cis', id: '8.2', title: 'Collect Audit Logs', origin: 'guide', fit: 'good'},
	{framework: 'nist80053', id: 'AU-2', title: 'Event Logging', origin: 'guide', fit: 'good'},
	{
		framework: 'soc2',
		id: 'CC7.2',
		title: 'Monitors system components for anomalies',
		origin: 'guide',
		fit: 'good',
	},
	{framework: 'cis', id: '8.10', title: 'Retain Audit Logs', origin: 'suggested', fit: null},
	{framework: 'cis', id: '8.11', title: 'Conduct Audit Log Reviews', origin: 'suggested', fit: null},
	{framework: 'cis', id: '8.12', title: 'Collect Service Provider Logs', origin: 'suggested', fit: null},
	{
		framework: 'nist80053',
		id: 'AU-6',
		title: 'Audit Record Review, Analysis, and Reporting',
		origin: 'suggested',
		fit: null,
	},
	{framework: 'nist80053', id: 'AU-11', title: 'Audit Record Retention', origin: 'suggested', fit: null},
];
