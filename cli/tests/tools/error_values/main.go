package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"codes/shop"
)

type failure struct {
	Code   shop.Code
	Values map[string]any
}

func main() {
	errors, err := os.Open("errors.txt")
	if err != nil {
		panic(err)
	}
	for lines := bufio.NewScanner(errors); lines.Scan(); {
		var floats, numbers failure
		decode(lines.Text(), false, &floats)
		decode(lines.Text(), true, &numbers)
		for _, lang := range []string{"en", "de-AT"} {
			text, known := floats.Code.FillIn(floats.Values, lang)
			same, _ := numbers.Code.FillIn(numbers.Values, lang)
			if !known || text != same {
				panic(fmt.Sprint(known, text, same))
			}
			fmt.Println(text)
		}
	}
	if _, known := shop.CodeUnknownBook.FillIn(map[string]any{"max": 1}, "en"); !known {
		fmt.Println("unknown")
	}
}

// decode reads numbers as float64 or as json.Number.
func decode(line string, useNumber bool, into *failure) {
	decoder := json.NewDecoder(strings.NewReader(line))
	if useNumber {
		decoder.UseNumber()
	}
	if err := decoder.Decode(into); err != nil {
		panic(err)
	}
}
