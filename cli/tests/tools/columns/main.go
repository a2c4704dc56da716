package main

import (
	"fmt"

	codes "codes/codes"
)

func main() {
	meanings := codes.Code("@deprecated x").Meanings()
	busy, late := meanings[0], meanings[1]
	fmt.Println(busy.Section, busy.SectionName, busy.SectionEn, busy.En)
	fmt.Println(busy.Http, busy.Weight, busy.Fatal, busy.Retry == codes.Retry{Advice: codes.RetryUpTo, Times: 3}, busy.Class, busy.Quota)
	fmt.Println(late.Name, late.Retry.Advice == codes.RetryAfterRenewal, late.Class == "")
}
