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
		framework: 'cis',
		id: '3.3',
		title: 'Configure Data Access Control Lists',
		origin: 'suggested',
		fit: null,
	},
	{
		framework: 'cis',
		id: '6.8',
		title: 'Define and Maintain Role-Based Access Control',
		origin: 'suggested',
		fit: null,
	},
	{framework: 'nist80053', id: 'AC-3', title: 'Access Enforcement', origin: 'suggested', fit: null},
	{
		framework: 'soc2',
		id: 'CC6.7',
		title: 'Restricts transmission, movement and removal of information',
		origin: 'suggested',
		fit: null,
	},
];
