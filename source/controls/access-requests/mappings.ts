import type {Mapping} from '../../types/control.ts';

export const mappings: readonly Mapping[] = [
	{framework: 'cis', id: '5.3', title: 'Disable Dormant Accounts', origin: 'guide', fit: 'mismatch'},
	{framework: 'nist80053', id: 'AC-2', title: 'Account Management', origin: 'guide', fit: 'good'},
	{
		framework: 'cis',
		id: '6.1',
		title: 'Establish an Access Granting Process',
		origin: 'suggested',
		fit: null,
	},
	{
		framework: 'cis',
		id: '6.2',
		title: 'Establish an Access Revoking Process',
		origin: 'suggested',
		fit: null,
	},
	{
		framework: 'soc2',
		id: 'CC6.2',
		title: 'Registers and authorizes users before issuing credentials, and removes them afterwards',
		origin: 'suggested',
		fit: null,
	},
];
