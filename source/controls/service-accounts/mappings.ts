import type {Mapping} from '../../types/control.ts';

/** Framework references, the guide's own first (guide-facts E). */
export const mappings: readonly Mapping[] = [
	{framework: 'cis', id: '3.11', title: 'Encrypt Sensitive Data at Rest', origin: 'guide', fit: 'mismatch'},
	{
		framework: 'nist80053',
		id: 'SC-12',
		title: 'Cryptographic Key Establishment and Management',
		origin: 'guide',
		fit: 'weak',
	},
	{
		framework: 'soc2',
		id: 'CC6.7',
		title: 'Restricts transmission, movement and removal of information',
		origin: 'guide',
		fit: 'weak',
	},
	{
		framework: 'cis',
		id: '5.5',
		title: 'Establish and Maintain an Inventory of Service Accounts',
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
	{framework: 'nist80053', id: 'IA-5', title: 'Authenticator Management', origin: 'suggested', fit: null},
	{framework: 'nist80053', id: 'AC-2', title: 'Account Management', origin: 'suggested', fit: null},
	{
		framework: 'soc2',
		id: 'CC6.1',
		title: 'Logical access software and architecture protect information assets',
		origin: 'suggested',
		fit: null,
	},
];
