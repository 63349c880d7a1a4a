/** Words in lower case, without accents and separators, as they are compared: `date_of_birth` is `dateofbirth`. */
function words(text: string): readonly string[] {
	return text.trim().split(/\s+/);
}

type PiiKind = {
	/** As it is shown: `looks like a phone number`. */
	readonly name: string;
	readonly terms: readonly string[];
	/** `closed`: the word before must say whose or which it is; `open`: any word may come before but those of `notBefore`. */
	readonly before: 'open' | readonly string[];
};

/** Whose data it is. */
const people = words(`
	user customer client contact person member employee patient guest student teacher parent guardian child kid owner
	author sender recipient receiver buyer payer payee holder cardholder applicant candidate subscriber visitor
	passenger driver admin manager lead prospect invitee inviter spouse beneficiary doctor my own profile
	traits identity info details
	kunde kunden nutzer benutzer mitarbeiter empfanger ansprechpartner inhaber
	utilisateur usager destinataire titulaire
	cliente usuario contacto titular destinatario utilizador contato utente intestatario klant gebruiker klient klienta uzytkownik uzytkownika
`);

const nameParts = words(`
	first last full middle given family maiden birth legal real preferred complete complet completo completa famille
	familia famiglia
`);

const addressKinds = words(`
	home work private personal billing shipping delivery mailing postal residential residence permanent physical
	street primary secondary current invoice legal emergency domicile livraison facturation entrega envio faturamento
	spedizione fatturazione
`);

/** Words behind a term that leave it the thing itself: `phone_number_2`, `email_primary`. Any other changes the subject: `email_opened`. */
export const after: ReadonlySet<string> = new Set([
	...people,
	...nameParts,
	...addressKinds,
	...words(`
		address addr number no num nr value raw plain text string lower normalized formatted clean e164 primary main
		default original old new previous backup recovery alternate other line business mobile full list
		of the de du des del della da do di la le el electronico electronique elettronica eletronico
		personnel personal pessoal personale prive privado privato
	`),
]);

/** Words in front that make a name a flag, a number, or the name of a message or a machine. */
export const notBefore: ReadonlySet<string> = new Set(
	words(`
		is has had have was were can could should did does do will no not without missing num number count total sum avg
		min max n nb anzahl nombre allow allowed enable enabled disable disabled show hide hidden require required
		optional use used via by with per valid invalid verified unverified accepts opted opt
		send sent open opened click clicked view viewed receive received delivered bounced read reply
		welcome marketing campaign promo promotional newsletter transactional template support reminder confirmation
		notification verification reset weekly daily monthly digest
		server host proxy gateway internal cluster node
		web page url site wallet contract memory mac bar company store shop merchant
	`),
);

/** Signs that the value is no longer the data itself. */
export const protection: ReadonlySet<string> = new Set(
	words(`
		hash hashed hashes hashing hmac digest sha sha1 sha2 sha3 sha224 sha256 sha384 sha512 md5 crc32 bcrypt blake2 blake2b blake2s blake3
		scrypt argon2 argon2id pbkdf2 ripemd160 xxhash xxh32 xxh64 xxh3 murmur murmur3 murmurhash murmurhash3 siphash cityhash
		encrypted encryption tokenized tokenised pseudonymized pseudonymised pseudonym anonymized anonymised anonymous
		masked redacted obfuscated salted gehasht verschlusselt hache hachee chiffre hasheado cifrado gehasht versleuteld zaszyfrowany zaszyfrowane hashowany crittografato criptografado
	`),
);

/** Words that may be grown together with a term: `useremail`, `kundenname`. */
export const prefixes: readonly string[] = people.filter(word => word.length > 3);

export const piiKinds: readonly PiiKind[] = [
	{
		name: 'e-mail address',
		before: 'open',
		terms: words(`
			email emails emailaddress emailaddresses emailid mailaddress courriel adressemail adresseemail adressemel correo
			emailadres mailadres adresemail adresmail
			correoe correoelectronico correioeletronico postaelettronica mailadresse emailadresse eposta
		`),
	},
	{
		name: 'phone number',
		before: 'open',
		terms: words(`
			phone phonenumber phonenumbers phoneno telephone telephonenumber tel telno cellphone cellnumber mobilephone
			mobilenumber mobileno mobilenum msisdn whatsapp whatsappnumber faxnumber homephone workphone
			telefon telefonnummer telefonnumer telnr handynummer handynr mobilnr mobilnummer mobiltelefon rufnummer festnetz
			numerotelephone numerodetelephone telephoneportable numeroportable numerodeportable telefono celular cellulare movil
			numerotelefono numerodetelefono telefonomovil numeromovil numerocelular telefone telemovel numerotelefone
			numeroditelefono telefoonnummer telefoon mobielnummer numertelefonu
			telefonkomorkowy numerkomorkowy komorka
		`),
	},
	{
		name: 'name of a person',
		before: 'open',
		terms: words(`
			firstname lastname fullname givenname familyname middlename maidenname surname forename nickname namefirst
			namelast username cardholdername vorname nachname familienname geburtsname zuname benutzername kundenname
			prenom nomfamille nomdefamille nomcomplet nomutilisateur apellido apellidos nombrecompleto nombreusuario
			nombredeusuario primernombre sobrenome apelido nomecompleto primeironome cognome nomecognome nomeutente
			voornaam achternaam imie imiona nazwisko imieinazwisko gebruikersnaam
			nazwauzytkownika
		`),
	},
	{name: 'name of a person', before: [...people, ...nameParts], terms: words('name nom nombre nome naam')},
	{
		name: 'postal address',
		before: 'open',
		terms: words(`
			addressline streetaddress homeaddress billingaddress shippingaddress mailingaddress postaladdress
			deliveryaddress residentialaddress addressstreet streetname housenumber zipcode zip postalcode postcode
			anschrift strasse strassenname hausnummer postleitzahl plz wohnort wohnanschrift
			codepostal adressepostale codigopostal domicilio codigopostale codicepostale endereco morada cep postcodes
			huisnummer straatnaam woonplaats woonadres adreszamieszkania kodpocztowy ulica
		`),
	},
	{
		name: 'postal address',
		before: [...people, ...addressKinds],
		terms: words('address addresses addr street adresse adres rue direccion calle rua indirizzo'),
	},
	{
		name: 'city of a person',
		before: [...people, ...addressKinds],
		terms: words('city cityname town stadt ville ciudad cidade citta'),
	},
	{
		name: 'birth date',
		before: 'open',
		terms: words(`
			birthday birthdate dateofbirth dob birthyear yearofbirth yob birthmonth geburtsdatum gebdatum geburtstag geburtsjahr
			datenaissance datedenaissance fechanacimiento fechadenacimiento fechanac datanascimento datadenascimento datanascita
			datadinascita geboortedatum dataurodzenia
		`),
	},
	{
		name: 'national id',
		before: 'open',
		terms: words(`
			ssn socialsecurity socialsecuritynumber socialinsurancenumber nationalid nationalidentifier nationalidnumber
			nationalinsurancenumber nino passport passportnumber passportno driverlicense driverslicense driverslicence
			drivinglicence driverlicensenumber taxid taxpayerid itin identitycard identitynumber idcard idcardnumber
			aadhaar aadhar pesel personnummer bsn personalausweis ausweisnummer reisepass steuerid steuernummer steuernr svnummer svnr
			sozialversicherungsnummer numerosecuritesociale securitesociale carteidentite passeport dni nie nif curp rfc
			pasaporte cpf passaporte codicefiscale cartaidentita passaporto
			paspoort paspoortnummer rijbewijs rijbewijsnummer burgerservicenummer dowodosobisty paszport
			numerpaszportu
		`),
	},
	{
		name: 'payment card or bank account',
		before: 'open',
		terms: words(`
			creditcard creditcardnumber debitcard debitcardnumber cardnumber cardno ccnumber ccnum cvv cvc cvv2 cardcvc
			cardcvv cardholder bankaccount bankaccountnumber iban kreditkarte kreditkartennummer kartennummer
			bankverbindung kontonummer cartebancaire cartecredit cartedecredit numerocarte tarjetacredito
			tarjetadecredito numerotarjeta numerodetarjeta cartaocredito cartaodecredito numerocartao cartacredito
			cartadicredito numerocarta numerodicarta cartaonumero numerodocartao numerkarty numerkontabankowego kartakredytowa
			rekeningnummer bankrekening bankrekeningnummer
		`),
	},
	{
		name: 'IP address',
		before: 'open',
		terms: words(
			'ip ipaddress ipaddr ipv ipvaddress remoteaddr remoteip clientip userip xforwardedfor ipadresse adresseip direccionip ipadres adresip enderecoip indirizzoip',
		),
	},
	{
		name: 'precise location',
		before: 'open',
		terms: words(`
			latitude longitude lat lng lon latlng latlon latlong coordinates coordinate geopoint gps gpslocation
			gpscoordinates geolocation preciselocation exactlocation breitengrad langengrad koordinaten coordonnees
			latitud longitud coordenadas latitudine longitudine coordinate
		`),
	},
	{
		name: 'password',
		before: 'open',
		terms: words(
			'password passwd pwd passwort kennwort motdepasse contrasena senha palavrapasse wachtwoord haslo',
		),
	},
];
