package main

import (
	"fmt"
	"strings"

	"codes/columns"
)

func main() {
	meanings := columns.Code("@deprecated x").Meanings()
	busy, late := meanings[0], meanings[1]
	print(busy.Section, busy.SectionName, busy.SectionEn, busy.MessageEn)
	print(busy.Http, busy.Weight, busy.Fatal, busy.Retry.Advice, busy.Retry.Times)
	print(busy.Class, busy.Quota, busy.Is, busy.Id)
	print(late.Name, late.Retry.Advice, late.Class == "")
	print(columns.CodeSuccess.Meanings()[0].Section == "")
	for _, tag := range []string{"en-GB", "it_IT", "nb-NO", "zh-Hant-HK", "zh-TW", "zh", "fr", ""} {
		print(busy.MessageIn(tag), late.MessageIn(tag))
	}
}

func print(values ...any) {
	texts := make([]string, len(values))
	for index, value := range values {
		texts[index] = fmt.Sprint(value)
	}
	fmt.Println(strings.Join(texts, "|"))
}
