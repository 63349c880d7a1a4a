import assert from 'node:assert/strict';
import {test} from 'node:test';
import {looksLikePersonalData} from '../../../source/controls/data-governance/pii-names.ts';

/** For each language: kinds of data with names that are found, then names near to them that are none. */
const table: {
	readonly [Language in string]: {
		readonly found: {readonly [Kind in string]: readonly string[]};
		readonly left: readonly string[];
	};
} = {
	en: {
		found: {
			'e-mail address': ['user.address.email', 'userAddressEmail', 'user_address_email', 'profile[0].email'],
			'postal address': ['user.homeAddress', 'customer.shipping_address.zipCode'],
			'birth date': ['traits.dateOfBirth', 'patient.birth_date'],
		},
		left: ['user.address.email_hash', 'userEmailSha256', 'hashedUserEmail', 'email.opened', 'emailDomain'],
	},
	de: {
		found: {
			'e-mail address': ['kunde.e-mail', 'emailAdresse'],
			'phone number': ['telefonnummer', 'kunde.handynummer', 'Tel.-Nr.', 'handy_nr', 'kundeMobilNr'],
			'name of a person': ['nachname', 'kundeVorname'],
			'birth date': ['geburtsdatum', 'kunde.geburtsDatum', 'gebDatum'],
			'payment card or bank account': ['kreditkartennummer', 'kontonummer'],
			'national id': ['steuernummer', 'reisepass', 'steuer_nr', 'svNummer'],
		},
		left: [
			'email_gehasht',
			'handy_tipp',
			'mobilMenue',
			'geb_liste',
			'sv_version',
			'anzahl_email',
			'bestellnummer',
			'produktname',
			'rufnummernblock',
		],
	},
	fr: {
		found: {
			'e-mail address': ['adresse_email', 'client.courriel'],
			'phone number': ['numéroTéléphone', 'telephone_portable', 'numéroDePortable'],
			'name of a person': ['prénom', 'nom_de_famille', 'utilisateur.nom'],
			'birth date': ['date_de_naissance', 'dateNaissance'],
			'postal address': ['codePostal', 'adresse_postale'],
			'national id': ['numero_securite_sociale'],
		},
		left: ['email_chiffré', 'nombre_de_pages', 'nom_du_produit', 'prenomination'],
	},
	es: {
		found: {
			'e-mail address': ['correo_electrónico', 'usuario.correo', 'correo-e'],
			'phone number': ['teléfonoMóvil', 'numero_de_telefono'],
			'name of a person': ['apellidos', 'nombreCompleto'],
			'birth date': ['fecha_de_nacimiento', 'usuario.fechaNac'],
			'payment card or bank account': ['numeroTarjeta', 'tarjeta_de_credito'],
			password: ['contraseña'],
		},
		left: [
			'correo_cifrado',
			'fecha_nacional',
			'correo_enviado',
			'nombre_producto',
			'numero_pedido',
			'fecha_compra',
		],
	},
	it: {
		found: {
			'e-mail address': ['posta_elettronica'],
			'phone number': ['numeroDiTelefono', 'cellulare'],
			'name of a person': ['cognome', 'nomeUtente'],
			'birth date': ['data_di_nascita'],
			'national id': ['codice_fiscale', 'cartaIdentità'],
			'payment card or bank account': ['numero_carta', 'carta_di_credito'],
			'IP address': ['indirizzo_ip'],
		},
		left: ['email_crittografato', 'nome_prodotto', 'numero_ordine', 'data_acquisto'],
	},
	nl: {
		found: {
			'e-mail address': ['e-mailadres', 'klantEmailadres'],
			'phone number': ['telefoonnummer', 'klant.mobielnummer'],
			'name of a person': ['voornaam', 'klant.achternaam', 'gebruikersnaam'],
			'birth date': ['geboortedatum', 'klant.geboorteDatum'],
			'postal address': ['huisnummer', 'straatnaam', 'woonplaats'],
			'national id': ['burgerservicenummer', 'bsn', 'paspoortNummer'],
			'payment card or bank account': ['rekeningnummer'],
			'IP address': ['ip_adres', 'ipAdres'],
			password: ['wachtwoord'],
		},
		left: ['email_versleuteld', 'bestelnummer', 'productnaam', 'rekening_status', 'mobiel_menu'],
	},
	pl: {
		found: {
			'e-mail address': ['adres_email', 'klient.adresEmail'],
			'phone number': ['numer_telefonu', 'telefonKomórkowy'],
			'name of a person': ['imię', 'nazwisko', 'imięINazwisko', 'klient.imie'],
			'birth date': ['data_urodzenia', 'dataUrodzenia'],
			'postal address': ['kod_pocztowy', 'ulica'],
			'national id': ['pesel', 'dowód_osobisty'],
			'payment card or bank account': ['numer_karty', 'numerKontaBankowego'],
			'IP address': ['adres_ip'],
			password: ['hasło'],
		},
		left: ['email_zaszyfrowany', 'numer_zamówienia', 'nazwa_produktu', 'data_zakupu', 'adres_strony'],
	},
	pt: {
		found: {
			'e-mail address': ['correio_eletrônico', 'usuario.email'],
			'phone number': ['telemóvel', 'numeroTelefone'],
			'name of a person': ['sobrenome', 'nomeCompleto'],
			'birth date': ['data_de_nascimento', 'dataNascimento'],
			'postal address': ['endereço', 'morada', 'cep'],
			'national id': ['cpf'],
			'payment card or bank account': ['número_do_cartão', 'cartaoDeCredito'],
			'IP address': ['endereço_ip'],
			password: ['palavra_passe', 'senha'],
		},
		left: ['email_criptografado', 'nome_produto', 'numero_pedido', 'data_compra'],
	},
};

for (const [language, {found, left}] of Object.entries(table)) {
	for (const [kind, names] of Object.entries(found)) {
		test(`${language}: names of the kind "${kind}" are found, nested and in camel and snake case`, () => {
			const missed = names.filter(name => looksLikePersonalData(name) !== kind);
			assert.deepEqual(
				missed.map(name => [name, looksLikePersonalData(name)]),
				[],
			);
		});
	}

	test(`${language}: what is hashed, and what only sounds alike, is left alone`, () => {
		const flagged = left.filter(name => looksLikePersonalData(name) !== null);
		assert.deepEqual(
			flagged.map(name => [name, looksLikePersonalData(name)]),
			[],
		);
	});
}
