# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people call their columns. Words are squashed: small letters, no accents, spaces, hyphens or last digits."""

from __future__ import annotations

NAME: tuple[str, ...] = (
    "name", "servicename", "programname", "facilityname", "sitename", "locationname", "housename", "resourcename",
    "listingname", "officialname", "nombre", "title", "organizationname", "organisationname", "organization",
    "organisation", "agencyname", "agency", "providername", "provider", "companyname", "company", "employername",
    "employer", "businessname", "business",
    "nameoforganization", "nameofagency", "nameofprogram", "nameoffacility",
)  # fmt: skip
"""Columns that give a record its name, the surest first: where a sheet names service and organization, the service."""

FIELDS: dict[str, tuple[str, ...]] = {
    "search": ("alternatename", "alternatenames", "othername", "othernames", "alias", "aliases", "aka", "alsoknownas",
               "acronym", "keywords", "keyword"),
    "summary": ("description", "summary", "servicedescription", "programdescription", "shortdescription", "services",
                "servicesoffered", "servicesprovided", "about", "overview", "descripcion"),
    "kind": ("kind", "type", "category", "servicetype", "servicecategory", "facilitytype", "housingtype",
             "programtype", "organizationtype", "industry", "tipo", "categoria"),
    "who_codes": ("population", "populations", "targetpopulation", "populationserved", "populationsserved"),
    "who": ("eligibility", "eligibilityrequirements", "eligibilitycriteria", "whoitserves", "targetpopulation",
            "populationserved", "populationsserved", "audience", "clientele", "elegibilidad"),
    "cost": ("cost", "price", "costo"),
    "cost_note": ("fees", "fee", "feestructure", "costs", "rent", "weeklyrent", "monthlyrent", "tuition"),
    "hours": ("hours", "hoursofoperation", "officehours", "openinghours", "operatinghours", "schedule", "horario"),
    "where": ("state", "statecode", "statename", "stateprovince", "servicearea", "serviceareas", "areaserved",
              "areasserved", "coveragearea", "estado"),
    "languages": ("language", "languages", "languagesspoken", "idioma", "idiomas"),
    "how_to": ("applicationprocess", "howtoapply", "howtoaccess", "intakeprocess", "intakeprocedure",
               "referralprocess"),
    "papers": ("requireddocuments", "documentsrequired", "requireddocumentation", "documents"),
    "address": ("address", "addressline", "streetaddress", "street", "streetline", "physicaladdress", "suite", "unit",
                "direccion"),
    "city": ("city", "town", "citytown", "ciudad"),
    "postal_code": ("zip", "zipcode", "postalcode", "postcode", "codigopostal"),
    "organization": ("organization", "organisation", "organizationname", "organisationname", "agency", "agencyname",
                     "provider", "providername", "legalentity", "operator", "operatedby", "runby",
                     "parentorganization"),
    "email": ("email", "emailaddress", "correo", "correoelectronico"),
    "status": ("status", "servicestatus", "operatingstatus"),
    "beds": ("beds", "numberofbeds", "bedcount", "totalbeds", "capacity", "totalcapacity", "treatmentcapacity"),
    "certified_by": ("certifiedby", "certification", "accreditation"),
    "latitude": ("lat",),
    "longitude": ("lng", "lon", "long"),
    "starts": ("start", "startdate", "startson", "date"),
    "ends": ("end", "enddate", "endson"),
    "links": ("url", "urls", "website", "websites", "websiteurl", "websiteaddress", "web", "webpage", "webaddress",
              "homepage", "link", "sitioweb", "paginaweb"),
    "sources": ("source", "sourceurl", "fuente"),
    "phones": ("phone", "phones", "phonenumber", "phonenumbers", "telephone", "telephonenumber", "tel", "hotline",
               "helpline", "crisisline", "tollfree", "tollfreenumber", "telefono", "fax", "faxnumber", "tty", "tdd",
               "ttytdd", "ttynumber", "whatsapp", "textline", "textnumber", "sms"),
}  # fmt: skip
"""By role, name, part or HSDS name of the field, in order of preference."""

EXTENSION = frozenset({"ext", "extension", "phoneextension", "phoneext", "telephoneextension", "extensionnumber"})

NO_FIELD = frozenset({"countyname", "countycode", "country", "region", "contact", "contactname"})
"""Columns for which a field with a name like theirs would be wrong: they go into the note."""

ELSEWHERE = frozenset({"mailing", "mail", "postal", "billing"})
"""First words of an address that is not the place itself."""

PHONE_WORDS = frozenset({"phone", "telephone", "tel", "hotline", "helpline", "cell", "mobile", "fax", "tty", "tdd"})
LINK_WORDS = frozenset({"url", "website", "webpage", "homepage", "facebook", "instagram"})
ABOUT_IT = frozenset({"type", "note", "notes", "hours", "language", "description", "id", "date", "verified", "checked"})
"""Words that turn a column into one about a number or a page: “phone type” holds no number."""

OWNERS = frozenset({"service", "program", "organization", "organisation", "agency", "provider", "facility", "location",
                    "site", "company"})  # fmt: skip
"""First words that tell whose city or number it is: what is left may be a field, but that is a guess."""

CODES: dict[str, dict[str, str]] = {
    "status": {"active": "open", "inactive": "paused", "temporarilyclosed": "paused", "defunct": "closed"},
}
"""HSDS codes that say the same as one of ours, by vocabulary."""
