import type {Mapping} from '../../types/control.ts';

export const mappings: readonly Mapping[] = [
	{
		framework: 'cis',
		id: '5.4',
		title: 'Restrict Administrator Privileges to Dedicated Administrator Accounts',
		origin: 'guide',
		fit: 'good',
	},
	{
		framework: 'nist80053',
		id: 'AC-6(1)',
		title: 'Authorize Access to Security Functions',
		origin: 'guide',
		fit: 'fair',
	},
	{framework: 'nist80053', id: 'AC-6(5)', title: 'Privileged Accounts', origin: 'suggested', fit: null},
];
