package settings

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
)

// Number is an exact decimal as JSON writes it. In TOML it is a number: 528,
// 25.63 or 96.0, which is 96.
type Number string

var numberType = reflect.TypeFor[Number]()

// UnmarshalTOML implements toml.Unmarshaler.
func (n *Number) UnmarshalTOML(v any) error {
	switch v := v.(type) {
	case int64:
		*n = Number(strconv.FormatInt(v, 10))
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("failed to read a number: %v is none", v)
		}
		*n = Number(strconv.FormatFloat(v, 'f', -1, 64))
	default:
		return fmt.Errorf("failed to read a number: %T is none", v)
	}
	return nil
}
