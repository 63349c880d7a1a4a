import type {Mapping} from '../../types/control.ts';

/** Framework references, the guide's own first (guide-facts E). */
export const mappings: readonly Mapping[] = [
	{
		framework: 'cis',
		id: '3.1',
		title: 'Establish and Maintain a Data Management Process',
		origin: 'guide',
		fit: 'fair',
	},
	{framework: 'nist80053', id: 'AC-3', title: 'Access Enforcement', origin: 'guide', fit: 'fair'},
	{framework: 'cis', id: '3.3', title: 'Configure Data Access Control Lists', origin: 'suggested', fit: null},
	{
		framework: 'cis',
		id: '3.7',
		title: 'Establish and Maintain a Data Classification Scheme',
		origin: 'suggested',
		fit: null,
	},
	{
		framework: 'nist80053',
		id: 'SI-12',
		title: 'Information Management and Retention',
		origin: 'suggested',
		fit: null,
	},
	{framework: 'nist80053', id: 'AC-4', title: 'Information Flow Enforcement', origin: 'suggested', fit: null},
	{
		framework: 'soc2',
		id: 'CC6.7',
		title: 'Restricts transmission, movement and removal of information',
		origin: 'suggested',
		fit: null,
	},
];
