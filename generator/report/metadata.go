package report

// MetadataKey says what an item of metadata is of.
type MetadataKey string

// Keys of metadata, as <year>.toml calls them too.
const (
	MetadataIndex     MetadataKey = "index"     // 索引号
	MetadataCategory  MetadataKey = "category"  // 主题分类
	MetadataIssuer    MetadataKey = "issuer"    // 发文机关
	MetadataNumber    MetadataKey = "number"    // 发文字号
	MetadataWritten   MetadataKey = "written"   // 成文日期
	MetadataPublished MetadataKey = "published" // 发布日期
	MetadataValidity  MetadataKey = "validity"  // 有效性
	MetadataSigner    MetadataKey = "signer"    // 签发人
	MetadataOpenness  MetadataKey = "openness"  // 公开方式
)

// Metadata is what the text prints of the document itself, outside of what it
// reports.
type Metadata struct {
	Key   MetadataKey
	Value string // as printed; a date as 2006-01-02, with 15:04 behind it where the text has it
	Line  int    // where it is printed
}
