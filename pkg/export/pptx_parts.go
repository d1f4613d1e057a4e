package export

import (
	"fmt"
	"strings"
	"time"
)

const (
	xmlHeader      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	officeRels     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageRels    = "http://schemas.openxmlformats.org/package/2006/relationships"
	presentationNS = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="` + officeRels +
		`" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
	mlType = "application/vnd.openxmlformats-officedocument.presentationml."
	// emptyTree is a slide's tree of shapes without any.
	treeStart = `<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>` +
		`<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`
	treeEnd  = `</p:spTree></p:cSld>`
	colorMap = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" ` +
		`accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`
	// titlePlace is where a layout offers room for a title; slides say their own.
	titlePlace = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>` +
		`<p:spPr><a:xfrm><a:off x="457200" y="304800"/><a:ext cx="11277600" cy="609600"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
		`<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>`
)

// relation is one target of a part; its id is rId and its place in the list.
type relation struct{ kind, target string }

func relationships(base string, list ...relation) []byte {
	var b strings.Builder
	b.WriteString(xmlHeader + `<Relationships xmlns="` + packageRels + `">`)
	for i, r := range list {
		kind := base + "/" + r.kind
		if strings.HasPrefix(r.kind, "http") {
			kind = r.kind
		}
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s" Target="%s"/>`, i+1, kind, r.target)
	}
	b.WriteString(`</Relationships>`)
	return []byte(b.String())
}

// file writes the deck as an Office document.
func (d *deck) file() ([]byte, error) {
	var types, ids strings.Builder
	relations := []relation{{"slideMaster", "slideMasters/slideMaster1.xml"}, {"theme", "theme/theme1.xml"}}
	var slides []zipEntry
	for i, s := range d.slides {
		name := fmt.Sprintf("slides/slide%d.xml", i+1)
		relations = append(relations, relation{"slide", name})
		fmt.Fprintf(&types, `<Override PartName="/ppt/%s" ContentType="%sslide+xml"/>`, name, mlType)
		fmt.Fprintf(&ids, `<p:sldId id="%d" r:id="rId%d"/>`, 256+i, len(relations))
		content := xmlHeader + `<p:sld ` + presentationNS + `>` + treeStart + s.shapes.String() + treeEnd +
			`<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`
		slides = append(slides,
			zipEntry{"ppt/" + name, []byte(content)},
			zipEntry{fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", i+1), relationships(officeRels, relation{"slideLayout", "../slideLayouts/slideLayout1.xml"})})
	}
	entries := []zipEntry{
		{contentTypes, []byte(xmlHeader + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/ppt/presentation.xml" ContentType="` + mlType + `presentation.main+xml"/>` +
			`<Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="` + mlType + `slideMaster+xml"/>` +
			`<Override PartName="/ppt/slideLayouts/slideLayout1.xml" ContentType="` + mlType + `slideLayout+xml"/>` +
			`<Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>` +
			`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
			types.String() + `</Types>`)},
		{"_rels/.rels", relationships(officeRels, relation{"officeDocument", "ppt/presentation.xml"},
			relation{packageRels + "/metadata/core-properties", "docProps/core.xml"})},
		{"docProps/core.xml", []byte(d.properties())},
		{"ppt/presentation.xml", []byte(xmlHeader + `<p:presentation ` + presentationNS + `><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>` +
			`</p:sldMasterIdLst><p:sldIdLst>` + ids.String() + `</p:sldIdLst>` +
			fmt.Sprintf(`<p:sldSz cx="%d" cy="%d"/><p:notesSz cx="%d" cy="%d"/></p:presentation>`, slideWidth, slideHeight, slideHeight, slideWidth))},
		{"ppt/_rels/presentation.xml.rels", relationships(officeRels, relations...)},
		{"ppt/slideMasters/slideMaster1.xml", []byte(xmlHeader + `<p:sldMaster ` + presentationNS + `>` + treeStart + titlePlace + treeEnd + colorMap +
			`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`)},
		{"ppt/slideMasters/_rels/slideMaster1.xml.rels", relationships(officeRels,
			relation{"slideLayout", "../slideLayouts/slideLayout1.xml"}, relation{"theme", "../theme/theme1.xml"})},
		{"ppt/slideLayouts/slideLayout1.xml", []byte(xmlHeader + `<p:sldLayout ` + presentationNS + ` type="titleOnly">` + treeStart + titlePlace + treeEnd +
			`<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`)},
		{"ppt/slideLayouts/_rels/slideLayout1.xml.rels", relationships(officeRels, relation{"slideMaster", "../slideMasters/slideMaster1.xml"})},
		{"ppt/theme/theme1.xml", []byte(theme())},
	}
	return writeZip(append(entries, slides...), d.dated)
}

func (d *deck) properties() string {
	at := d.dated.Format(time.RFC3339)
	return xmlHeader + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + escaped(d.title) + `</dc:title>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + at + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + at +
		`</dcterms:modified></cp:coreProperties>`
}

// theme is the least that a presentation must say of colours, fonts and effects.
func theme() string {
	var schemeColors strings.Builder
	for _, c := range [][2]string{
		{"dk1", inkColor}, {"lt1", "FFFFFF"}, {"dk2", headingColor}, {"lt2", "F4F6F8"}, {"accent1", headingColor}, {"accent2", colors[standingBest]},
		{"accent3", colors[standingMiddle]}, {"accent4", colors[standingWorst]}, {"accent5", quietColor}, {"accent6", ruleColor},
		{"hlink", headingColor}, {"folHlink", quietColor},
	} {
		fmt.Fprintf(&schemeColors, `<a:%s><a:srgbClr val="%s"/></a:%s>`, c[0], c[1], c[0])
	}
	const (
		font  = `<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface="Arial"/>`
		fill  = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
		line  = `<a:ln w="6350">` + fill + `</a:ln>`
		plain = `<a:effectStyle><a:effectLst/></a:effectStyle>`
	)
	return xmlHeader + `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Report"><a:themeElements>` +
		`<a:clrScheme name="Report">` + schemeColors.String() + `</a:clrScheme>` +
		`<a:fontScheme name="Report"><a:majorFont>` + font + `</a:majorFont><a:minorFont>` + font + `</a:minorFont></a:fontScheme>` +
		`<a:fmtScheme name="Report"><a:fillStyleLst>` + strings.Repeat(fill, 3) + `</a:fillStyleLst><a:lnStyleLst>` + strings.Repeat(line, 3) +
		`</a:lnStyleLst><a:effectStyleLst>` + strings.Repeat(plain, 3) + `</a:effectStyleLst><a:bgFillStyleLst>` + strings.Repeat(fill, 3) +
		`</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}
