package dataset

import (
	"bytes"
	_ "embed"
	"encoding/json"

	"mingfa/generator/escape"
)

// Portal is what the descriptions say of the portal and its files.
type Portal struct {
	Name        string
	Description string
	Domain      string // base URL with its final slash; "" without one: addresses are then relative
	Publisher   string // 主办单位
	Email       string
	License     License
	Modified    string // when the reports were last changed, RFC 3339; "" where nobody knows
	First, Last int    // report years
	Figures     []Written
	Tables      []Table
}

// License is under which terms the data may be used. The zero value is none: then
// none is named.
type License struct {
	Name  string // CC-BY-4.0, or whatever it is called
	Title string
	URL   string
}

// Table is a Listed and the file that it was written to.
type Table struct {
	*Listed
	Written
}

// object is a JSON object whose names are in order: encoding/json sorts those of a
// map.
type object = map[string]any

// Names of the descriptions.
const (
	packageName = "datapackage.json"
	csvwName    = CSV + "-metadata.json"
	dcatName    = "catalog.jsonld"
	lineSchema  = "figures.schema.json"
	ReportName  = "report.schema.json"
)

// Describe writes the descriptions of the files.
func (p *Portal) Describe(disk Disk) error {
	for _, f := range []struct {
		name string
		data any
	}{
		{packageName, p.dataPackage()}, {csvwName, p.csvw()}, {dcatName, p.dcat()}, {lineSchema, p.lineSchema()}, {ReportName, p.reportSchema()},
	} {
		data, err := indented(f.data)
		if err != nil {
			return err
		}
		w, err := disk.Create(f.name)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		if closed := w.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// indented is v as JSON that people can read.
func indented(v any) ([]byte, error) {
	data, err := escape.Data(v)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, data, "", "  "); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// address is where a file of the data stands.
func (p *Portal) address(name string) string {
	if p.Domain == "" {
		return name
	}
	return p.Domain + Folder + "/" + name
}

func (p *Portal) title() string { return p.Name + "的数字" }

// guarded says how a text is read that a spreadsheet would take for a formula.
const guarded = "以 =、+、-、@ 等开头的文字前面加了一个半角单引号，使用时去掉开头的一个单引号就是原文。"

// dataPackage is the Data Package, with a Table Schema of each table.
func (p *Portal) dataPackage() object {
	schema := object{
		"fields": p.fields(columns), "primaryKey": []string{"id"}, "missingValues": []string{""},
		"foreignKeys": []object{
			{"fields": []string{"body"}, "reference": object{"resource": "bodies", "fields": []string{"id"}}},
			{"fields": []string{"indicator"}, "reference": object{"resource": "indicators", "fields": []string{"id"}}},
		},
	}
	resources := []object{resource("figures", "全部数字", p.Figures[0], schema)}
	for _, t := range p.Tables {
		var fields []column
		for _, c := range t.Columns {
			fields = append(fields, column{name: c.Name, title: c.Title, kind: columnType(c.Type), says: c.Says})
		}
		name := t.Listed.Name[:len(t.Listed.Name)-len(".csv")]
		resources = append(resources, resource(name, "", t.Written, object{"fields": p.fields(fields), "missingValues": []string{""}}))
	}
	for _, f := range p.Figures[1:] {
		form := forms[f.Name]
		resources = append(resources, object{
			"name": "figures-" + form.name, "title": "全部数字", "path": f.Name, "format": form.name, "mediatype": form.media, "bytes": f.Size, "hash": "sha256:" + f.SHA256,
		})
	}
	d := object{
		"$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
		"name":    "figures", "title": p.title(), "version": Version, "resources": resources,
		"description": p.Description + guarded,
	}
	if p.Modified != "" {
		d["created"] = p.Modified
	}
	if p.Domain != "" {
		d["homepage"] = p.Domain + Folder + "/"
	}
	if p.Publisher != "" {
		d["contributors"] = []object{{"title": p.Publisher, "roles": []string{"publisher"}}}
	}
	if l := p.License; l.Name != "" {
		of := object{"name": l.Name}
		if l.Title != "" {
			of["title"] = l.Title
		}
		if l.URL != "" {
			of["path"] = l.URL
		}
		d["licenses"] = []object{of}
	}
	return d
}

func resource(name, title string, f Written, schema object) object {
	r := object{
		"name": name, "path": f.Name, "type": "table", "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
		"dialect": object{"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": `"`, "doubleQuote": true, "header": true},
		"bytes":   f.Size, "hash": "sha256:" + f.SHA256, "schema": schema,
	}
	if title != "" {
		r["title"] = title
	}
	return r
}

// fields are columns as Table Schema describes them.
func (p *Portal) fields(columns []column) []object {
	fields := make([]object, len(columns))
	for i, c := range columns {
		f := object{"name": c.name, "title": c.title, "description": c.says, "type": string(c.kind)}
		limits := object{}
		switch {
		case c.kind == typeAddress:
			f["type"] = "string"
			if p.Domain != "" {
				f["format"] = "uri"
			}
		case c.name == "kind":
			limits["enum"] = kinds
		case c.name == "bound":
			limits["enum"] = bounds
		case c.name == "id":
			limits["unique"] = true
		}
		if c.always {
			limits["required"] = true
		}
		if len(limits) > 0 {
			f["constraints"] = limits
		}
		fields[i] = f
	}
	return fields
}

var (
	kinds  = []string{"count", "amount", "rate", "change"}
	bounds = []string{"<", "≤", "≥", ">"}
)

// forms are what catalogues call the files of all figures.
var forms = map[string]struct{ name, title, media string }{
	CSV:     {"csv", "CSV", "text/csv"},
	XLSX:    {"xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	Parquet: {"parquet", "Parquet", "application/vnd.apache.parquet"},
	Lines:   {"jsonl", "JSON Lines", "application/jsonl"},
}

// csvw describes figures.csv for readers of CSV on the Web, at the address where they
// look for it.
func (p *Portal) csvw() object {
	types := map[columnType]string{typeText: "string", typeNumber: "decimal", typeInteger: "integer", typeYear: "gYear", typeFlag: "boolean", typeAddress: "anyURI"}
	list := make([]object, len(columns))
	for i, c := range columns {
		list[i] = object{"name": c.name, "titles": []string{c.name, c.title}, "dc:description": c.says, "datatype": types[c.kind]}
		if c.always {
			list[i]["required"] = true
		}
	}
	d := object{
		"@context": []any{"http://www.w3.org/ns/csvw", object{"@language": "zh"}},
		"url":      CSV, "dc:title": p.title(), "dc:description": guarded,
		"dialect":     object{"encoding": "utf-8", "lineTerminators": []string{"\r\n"}, "header": true},
		"tableSchema": object{"columns": list, "primaryKey": "id"},
	}
	if p.License.URL != "" {
		d["dc:license"] = object{"@id": p.License.URL}
	}
	if p.Modified != "" {
		d["dc:modified"] = object{"@value": p.Modified, "@type": "xsd:dateTime"}
	}
	return d
}

// dcat is the catalogue of the portal's data: one dataset in several forms.
func (p *Portal) dcat() object {
	var files []object
	for _, f := range p.Figures {
		form := forms[f.Name]
		file := object{
			"@id": p.address(f.Name), "@type": "dcat:Distribution", "dct:title": form.title,
			"dcat:downloadURL": object{"@id": p.address(f.Name)}, "dcat:accessURL": object{"@id": p.address("")},
			"dcat:mediaType": object{"@id": "https://www.iana.org/assignments/media-types/" + form.media},
			"dcat:byteSize":  f.Size,
			"spdx:checksum":  object{"@type": "spdx:Checksum", "spdx:algorithm": object{"@id": "spdx:checksumAlgorithm_sha256"}, "spdx:checksumValue": f.SHA256},
		}
		p.addLicense(file, "dct:license")
		files = append(files, file)
	}
	set := object{
		"@id": p.address("#figures"), "@type": "dcat:Dataset", "dct:title": p.title(), "dct:description": p.Description, "dct:language": "zh",
		"dcat:version": Version, "dcat:landingPage": object{"@id": p.address("")}, "dcat:distribution": files,
		"dct:accrualPeriodicity": object{"@id": "http://publications.europa.eu/resource/authority/frequency/ANNUAL"},
	}
	catalog := object{
		"@context": object{
			"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
			"spdx": "http://spdx.org/rdf/terms#", "xsd": "http://www.w3.org/2001/XMLSchema#",
		},
		"@id": p.address("#catalog"), "@type": "dcat:Catalog", "dct:title": p.Name, "dct:language": "zh", "dcat:dataset": []object{set},
	}
	p.addLicense(set, "dct:license")
	if p.First != 0 {
		set["dct:temporal"] = object{"@type": "dct:PeriodOfTime", "dcat:startDate": year(p.First), "dcat:endDate": year(p.Last)}
	}
	if p.Publisher != "" {
		by := object{"@type": "foaf:Organization", "foaf:name": p.Publisher}
		set["dct:publisher"], catalog["dct:publisher"] = by, by
	}
	if p.Modified != "" {
		at := object{"@value": p.Modified, "@type": "xsd:dateTime"}
		set["dct:modified"], catalog["dct:modified"] = at, at
	}
	return catalog
}

func year(n int) object { return object{"@value": yearText(n), "@type": "xsd:gYear"} }

func (p *Portal) addLicense(to object, key string) {
	if p.License.URL != "" {
		to[key] = object{"@id": p.License.URL}
	}
}

// LinkedData is the dataset in the words of schema.org, for the page that offers it,
// in a form that may stand in a page.
func (p *Portal) LinkedData() (string, error) {
	var files []object
	for _, f := range p.Figures {
		form := forms[f.Name]
		files = append(files, object{"@type": "DataDownload", "name": form.title, "encodingFormat": form.media, "contentUrl": p.address(f.Name), "contentSize": f.Size, "sha256": f.SHA256})
	}
	var measured []string
	for _, c := range columns {
		measured = append(measured, c.title)
	}
	d := object{
		"@context": "https://schema.org", "@type": "Dataset", "name": p.title(), "description": p.Description, "inLanguage": "zh-CN", "isAccessibleForFree": true,
		"version": Version, "distribution": files, "variableMeasured": measured,
	}
	if p.Domain != "" {
		d["@id"], d["url"] = p.address("#figures"), p.address("")
		d["includedInDataCatalog"] = object{"@type": "DataCatalog", "name": p.Name, "url": p.Domain}
	}
	if p.License.URL != "" {
		d["license"] = p.License.URL
	} else if p.License.Name != "" {
		d["license"] = p.License.Name
	}
	if p.Publisher != "" {
		d["publisher"] = object{"@type": "GovernmentOrganization", "name": p.Publisher}
	}
	if p.Modified != "" {
		d["dateModified"] = p.Modified
	}
	if p.First != 0 {
		d["temporalCoverage"] = yearText(p.First) + "/" + yearText(p.Last)
	}
	data, err := escape.JSON(d)
	return string(bytes.TrimSpace(data)), err
}

const draft = "https://json-schema.org/draft/2020-12/schema"

// lineSchema describes a line of figures.jsonl.
func (p *Portal) lineSchema() object {
	types := map[columnType]string{typeNumber: "number", typeInteger: "integer", typeYear: "integer", typeFlag: "boolean"}
	properties, required := object{}, []string{}
	for _, c := range columns {
		kind := types[c.kind]
		if kind == "" {
			kind = "string"
		}
		of := object{"title": c.title, "description": c.says, "type": kind}
		if !c.always {
			of["type"] = []string{kind, "null"}
		}
		switch c.name {
		case "kind":
			of["enum"] = kinds
		case "bound":
			of["enum"] = []any{"<", "≤", "≥", ">", nil}
		}
		properties[c.name] = of
		required = append(required, c.name)
	}
	return object{"$schema": draft, "$id": p.address(lineSchema), "title": p.title(), "type": "object", "properties": properties, "required": required}
}

//go:embed report.schema.json
var reportSchema []byte

// reportSchema is the JSON Schema of report.json, with its address.
func (p *Portal) reportSchema() object {
	var schema object
	if err := json.Unmarshal(reportSchema, &schema); err != nil {
		panic("dataset: report.schema.json: " + err.Error()) // it is part of the program
	}
	schema["$id"] = p.address(ReportName)
	return schema
}
