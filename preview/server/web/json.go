package web

import (
	"encoding/json"
	"errors"
	"net/http"
)

func writeJSON(response http.ResponseWriter, status int, body any) {
	encoded, err := json.Marshal(body)
	if err != nil {
		status, encoded = http.StatusInternalServerError, []byte(`{"message":"The answer can't be written as JSON"}`)
	}
	response.Header().Set("Content-Type", "application/json; charset=UTF-8")
	response.WriteHeader(status)
	_, _ = response.Write(encoded) // the caller has gone: nobody to tell
}

// writeMessage answers as Grafana's API does when there is nothing but a sentence to say.
func writeMessage(response http.ResponseWriter, status int, message string) {
	writeJSON(response, status, map[string]string{"message": message})
}

func readJSON(response http.ResponseWriter, request *http.Request, into any) bool {
	if err := json.NewDecoder(request.Body).Decode(into); err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			writeMessage(response, http.StatusRequestEntityTooLarge, err.Error())
			return false
		}
		writeMessage(response, http.StatusBadRequest, "bad request data: "+err.Error())
		return false
	}
	return true
}
