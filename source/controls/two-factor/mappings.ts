import type {Mapping} from '../../types/control.ts';

export const mappings: readonly Mapping[] = [
	{
		framework: 'cis',
		id: '6.5',
		title: 'Require MFA for Administrative Access',
		origin: 'guide',
		fit: 'partial',
	},
	{
		framework: 'nist80053',
		id: 'IA-2(1)',
		title: 'Multi-factor Authentication to Privileged Accounts',
		origin: 'guide',
		fit: 'partial',
	},
	{
		framework: 'cis',
		id: '6.3',
		title: 'Require MFA for Externally-Exposed Applications',
		origin: 'suggested',
		fit: null,
	},
	{
		framework: 'nist80053',
		id: 'IA-2(2)',
		title: 'Multi-factor Authentication to Non-privileged Accounts',
		origin: 'suggested',
		fit: null,
	},
	{
		framework: 'soc2',
		id: 'CC6.1',
		title: 'Logical access software and architecture protect information assets',
		origin: 'suggested',
		fit: null,
	},
];
