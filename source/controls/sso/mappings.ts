import type {Mapping} from '../../types/control.ts';

export const mappings: readonly Mapping[] = [
	{
		framework: 'cis',
		id: '6.3',
		title: 'Require MFA for Externally-Exposed Applications',
		origin: 'guide',
		fit: 'good',
	},
	{
		framework: 'cis',
		id: '12.5',
		title: 'Centralize Network Authentication, Authorization, and Auditing (AAA)',
		origin: 'guide',
		fit: 'weak',
	},
	{
		framework: 'nist80053',
		id: 'IA-2',
		title: 'Identification and Authentication (Organizational Users)',
		origin: 'guide',
		fit: 'good',
	},
	{
		framework: 'nist80053',
		id: 'IA-8',
		title: 'Identification and Authentication (Non-Organizational Users)',
		origin: 'guide',
		fit: 'partial',
	},
	{
		framework: 'soc2',
		id: 'CC6.1',
		title: 'Logical access software and architecture protect information assets',
		origin: 'guide',
		fit: 'good',
	},
	{framework: 'cis', id: '6.7', title: 'Centralize Access Control', origin: 'suggested', fit: null},
	{framework: 'nist80053', id: 'IA-5', title: 'Authenticator Management', origin: 'suggested', fit: null},
];
