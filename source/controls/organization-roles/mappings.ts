import type {Mapping} from '../../types/control.ts';

export const mappings: readonly Mapping[] = [
	{
		framework: 'cis',
		id: '5.4',
		title: 'Restrict Administrator Privileges to Dedicated Administrator Accounts',
		origin: 'guide',
		fit: 'weak',
	},
	{framework: 'nist80053', id: 'AC-6', title: 'Least Privilege', origin: 'guide', fit: 'good'},
	{
		framework: 'soc2',
		id: 'CC6.2',
		title: 'Registers and authorizes users before issuing credentials, and removes them afterwards',
		origin: 'guide',
		fit: 'partial',
	},
	{
		framework: 'cis',
		id: '6.8',
		title: 'Define and Maintain Role-Based Access Control',
		origin: 'suggested',
		fit: null,
	},
	{
		framework: 'soc2',
		id: 'CC6.3',
		title: 'Roles, least privilege and segregation of duties',
		origin: 'suggested',
		fit: null,
	},
];
